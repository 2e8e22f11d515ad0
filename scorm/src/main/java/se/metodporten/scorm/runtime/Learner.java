package se.metodporten.scorm.runtime;

/**
 * Who content is told it has before it.
 *
 * @param id an opaque identifier; content is foreign code, so never a HSA-id or an e-mail address
 * @param name by the specification "family name, given name"
 */
public record Learner(String id, String name) {}
