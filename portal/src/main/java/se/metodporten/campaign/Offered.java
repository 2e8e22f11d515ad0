package se.metodporten.campaign;

import java.util.List;
import se.metodporten.common.Bilingual;

/** What a campaign of the reader's can name. */
public record Offered(
        List<Owner> owners, List<What> whats, List<Whom> roles, List<Whom> unitKinds, List<Where> places) {

    /** A county or district for which the reader may make campaigns. */
    public record Owner(long id, String name) {}

    /** A published course, or a kind of training. */
    public record What(Task task, String code, Bilingual name) {}

    public record Whom(long id, Bilingual name) {}

    /** A district or organisation. */
    public record Where(long id, String name) {}
}
