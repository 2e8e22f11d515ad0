package se.metodporten.desk.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.metodporten.common.Bilingual;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.desk.Todo;

/** Puts what waits for the reader into words. */
@ApplicationScoped
class TodoWords {

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    String of(Todo todo) {
        Object[] words = todo.words().stream()
                .map(word -> word instanceof Bilingual both ? both.in(language.locale()) : word)
                .toArray();
        return texts.of(todo.textKey(), words);
    }
}
