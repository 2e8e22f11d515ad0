package se.metodporten.common.web.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something by its code, with its name beside it. */
@Schema(description = "Something by its code, which never changes, with its name in the language of the answer.")
public record Coded(String code, String name) {}
