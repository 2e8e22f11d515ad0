package se.metodporten.common.web;

import org.jspecify.annotations.Nullable;

/**
 * One step of the trail in the header (county › district › organisation › unit).
 *
 * @param href path within the portal; none where there is nothing to open
 */
public record Crumb(String label, @Nullable String href) {}
