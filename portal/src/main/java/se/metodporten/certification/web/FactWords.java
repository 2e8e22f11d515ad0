package se.metodporten.certification.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import se.metodporten.common.Bilingual;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.fact.FactRecord;

/** Puts a fact into words, in the reader's language. */
@ApplicationScoped
public class FactWords {

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    /** @param names what the codes in facts are called */
    public String of(FactRecord fact, Map<String, Bilingual> names) {
        String code = fact.code() == null ? "" : fact.code();
        Bilingual named = names.get(code);
        return texts.of(
                "certification.fact." + fact.kind(),
                named == null ? code : named.in(language.locale()),
                fact.number() == null ? "" : fact.number());
    }
}
