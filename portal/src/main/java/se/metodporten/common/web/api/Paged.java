package se.metodporten.common.web.api;

/** An answer with one list in it that comes in pages. */
public interface Paged {

    /** The page that the answer holds. */
    Listed<?> paged();
}
