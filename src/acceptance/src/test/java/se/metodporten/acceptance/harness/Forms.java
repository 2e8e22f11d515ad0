package se.metodporten.acceptance.harness;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the forms of a page, as a browser does, and fills in what is asked for. */
public final class Forms implements AutoCloseable {

    private static final String VIEW_STATE = "jakarta.faces.ViewState";
    private static final String NONCE = "primefaces.nonce";

    /** Of all demo accounts. */
    private static final String PASSWORD = "prova-metodporten";

    /** The page is only read: no script of it runs, nothing of it is fetched. */
    private static final String READ = """
            ([html, today, password]) => {
              const typed = {date: today, time: '10:00', email: 'prov@example.org', number: '1', password: password};
              const filled = field => field.value || (field.type in typed ? typed[field.type]
                  : field.tagName === 'SELECT' ? [...field.options].map(option => option.value).find(value => value) || ''
                  : field.type === 'hidden' ? '' : 'Prov');
              const read = form => {
                const fields = {}, buttons = [];
                for (const field of form.elements) {
                  if (!field.name || field.disabled || field.type === 'file') continue;
                  if (field.type === 'submit') buttons.push(field.name);
                  else if (['radio', 'checkbox'].includes(field.type)) fields[field.name] ??= field.value;
                  else fields[field.name] = filled(field);
                }
                return {id: form.id, fields, buttons};
              };
              const page = new DOMParser().parseFromString(html, 'text/html');
              return JSON.stringify([...page.querySelectorAll('main form[method=post]')].map(read));
            }""";

    /** @param buttons the names of those that send it */
    public record Form(String id, Map<String, String> fields, List<String> buttons) {

        /** What is sent when the button is pressed. */
        public Map<String, String> pressed(String button) {
            Map<String, String> sent = new LinkedHashMap<>(fields);
            sent.put(button, "x");
            return sent;
        }

        /** The same, as if it stood on the page of that other form. */
        public Map<String, String> pressedOn(Form other, String button) {
            Map<String, String> sent = pressed(button);
            for (String own : List.of(VIEW_STATE, NONCE)) {
                sent.put(own, other.fields.get(own));
            }
            return sent;
        }

        /** What the page knows it by; in a list there are several of one kind. */
        public String kind() {
            return id.substring(id.lastIndexOf(':') + 1);
        }
    }

    private final Visitor reader = Visitor.atDesk();

    /** @param html of a page; its forms for signing out and for seeking are left out */
    public List<Form> in(String html) {
        Object read = reader.page().evaluate(READ, List.of(html, Portal.today().toString(), PASSWORD));
        return new Gson().fromJson((String) read, new TypeToken<List<Form>>() {}.getType());
    }

    @Override
    public void close() {
        reader.close();
    }
}
