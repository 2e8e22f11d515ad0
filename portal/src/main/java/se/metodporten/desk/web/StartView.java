package se.metodporten.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.desk.RoleAnswer;
import se.metodporten.desk.Start;
import se.metodporten.desk.Todo;

/** {@code desk/start.xhtml}. */
@Named
@RequestScoped
public class StartView {

    @Inject
    private Start start;

    @Inject
    private TodoWords words;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private @Nullable List<Todo> todos;
    private @Nullable List<RoleAnswer> answers;

    public List<Todo> getTodos() {
        if (todos == null) {
            todos = start.todos();
        }
        return todos;
    }

    public List<RoleAnswer> getAnswers() {
        if (answers == null) {
            answers = start.answers();
        }
        return answers;
    }

    /** How many units lack the role, as a sentence. */
    public String lacking(RoleAnswer answer) {
        String role = answer.role().name().in(language.locale()).toLowerCase(language.locale());
        String key =
                answer.inNeed() == 1 ? "desk.start.lackingOne." + answer.role().heldAt() : "desk.start.lacking";
        return texts.of(key, answer.lacking(), answer.inNeed(), role, places(answer, answer.inNeed()));
    }

    /** {@code enheter} or {@code huvudmän}, as it stands after a number. */
    public String places(RoleAnswer answer, int count) {
        return texts.of("coverage.places." + answer.role().heldAt(), count);
    }

    /** The sentence of a thing to do, in the reader's language. */
    public String say(Todo todo) {
        return words.of(todo);
    }
}
