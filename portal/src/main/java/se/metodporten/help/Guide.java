package se.metodporten.help;

import java.util.List;

/**
 * One guide.
 *
 * @param name of its file and in its address: {@code chef}
 * @param opening what stands before the first section, as HTML
 * @param html the sections; from our own files, with no HTML of theirs let through
 */
public record Guide(String name, String title, String opening, List<Section> sections, String html) {

    /** A part of the guide that one can go to. */
    public record Section(String id, String title) {}
}
