package se.metodporten.scorm.packaging;

import se.metodporten.scorm.runtime.LaunchData;

/**
 * An item that can be started.
 *
 * @param sco whether it talks to the run-time; an asset is done when it was seen
 * @param file its start file in the package
 * @param url that file as an URL path relative to the package's root, encoded, with the item's parameters
 */
public record LaunchableItem(
        String identifier, String title, boolean sco, String file, String url, LaunchData launchData) {}
