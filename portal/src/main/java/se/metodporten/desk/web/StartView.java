package se.metodporten.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;
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

    /** The sentence of a thing to do, in the reader's language. */
    public String say(Todo todo) {
        Object[] words = todo.words().stream()
                .map(word -> word instanceof Bilingual both ? both.in(language.locale()) : word)
                .toArray();
        return texts.of(todo.textKey(), words);
    }
}
