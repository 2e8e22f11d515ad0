package se.metodporten.fact;

import org.jspecify.annotations.Nullable;

/**
 * What a fact rests on, beside its reason.
 *
 * @param decidedBy the person named as having decided
 * @param documentName null: no file
 */
public record Basis(
        @Nullable String decidedBy,
        @Nullable Long documentId,
        @Nullable String documentName) {}
