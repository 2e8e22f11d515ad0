package se.metodporten.reminder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.Words;

/**
 * All that one recipient is reminded of on a day, in words: the own things first, what is most urgent before the rest.
 * Two rules that say the same on one day are one line.
 */
public record Digest(Locale language, String name, List<Said> lines, int more, String portal) {

    /** Lines that a mail holds; a coordinator's rest is behind a link. */
    private static final int LONGEST = 40;

    /** A line in words, with the link to where something can be done about it. */
    public record Said(boolean own, String text, String link) {}

    public Digest {
        lines = List.copyOf(lines);
    }

    static Digest of(Locale language, String name, List<Line> lines, PublicAddress portal) {
        Map<List<Object>, Line> once = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.recipient() != Recipient.APPOINTEE)
                        .thenComparing(Line::occasion)
                        .thenComparing(Line::eventDay)
                        .thenComparing(Line::subject))
                .forEach(line -> once.putIfAbsent(List.of(line.subject(), line.occasion()), line));
        List<Said> said = new ArrayList<>();
        once.values().stream().limit(LONGEST).forEach(line -> said.add(say(language, line, portal)));
        return new Digest(language, name, said, Math.max(0, once.size() - LONGEST), portal.link("/desk/start.xhtml"));
    }

    private static Said say(Locale language, Line line, PublicAddress portal) {
        String key = "reminder.line." + line.recipient() + "." + line.occasion();
        String person = Objects.requireNonNullElseGet(line.person(), () -> Words.in(language, "person.someone"));
        String about =
                Objects.requireNonNullElseGet(line.campaign(), () -> line.role().toLowerCase(language));
        return new Said(
                line.recipient() == Recipient.APPOINTEE,
                Words.in(
                        language,
                        key,
                        about,
                        line.place(),
                        person,
                        line.eventDay(),
                        Objects.requireNonNullElse(line.people(), 1)),
                portal.link(path(line)));
    }

    private static String path(Line line) {
        if (line.campaignId() != null) {
            return (line.recipient() == Recipient.APPOINTEE ? "/campaign/campaign.xhtml" : "/campaign/people.xhtml")
                    + "?id=" + line.campaignId();
        }
        return line.agreementId() == null
                ? "/appointment/appointment.xhtml?id=" + line.appointmentId()
                : "/agreement/agreement.xhtml?id=" + line.agreementId();
    }

    public String subject() {
        return lines.size() + more == 1
                ? Words.in(language, "reminder.mail.subjectOne")
                : Words.in(language, "reminder.mail.subject", lines.size() + more);
    }

    public String text() {
        StringBuilder text = new StringBuilder(Words.in(language, "reminder.mail.hello", name)).append("\n\n");
        section(text, "reminder.mail.own", true);
        section(text, "reminder.mail.others", false);
        if (more > 0) {
            text.append(Words.in(language, "reminder.mail.more", more)).append("\n\n");
        }
        return text.append(Words.in(language, "reminder.mail.all"))
                .append(' ')
                .append(portal)
                .append("\n\n")
                .append(Words.in(language, "reminder.mail.why"))
                .append('\n')
                .toString();
    }

    private void section(StringBuilder text, String heading, boolean own) {
        List<Said> part = part(own);
        if (!part.isEmpty()) {
            text.append(Words.in(language, heading)).append("\n\n");
            part.forEach(line -> text.append("- ")
                    .append(line.text())
                    .append("\n  ")
                    .append(line.link())
                    .append("\n\n"));
        }
    }

    /** The same as a page that a mail program shows: no picture, no script, nothing from elsewhere. */
    public String html() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(language.getLanguage())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(subject()))
                .append(
                        "</title></head><body style=\"font-family:sans-serif;font-size:16px;line-height:1.5;color:#18201e\">")
                .append(paragraph(Words.in(language, "reminder.mail.hello", name)));
        section(html, "reminder.mail.own", part(true));
        section(html, "reminder.mail.others", part(false));
        if (more > 0) {
            html.append(paragraph(Words.in(language, "reminder.mail.more", more)));
        }
        return html.append("<p><a href=\"")
                .append(escaped(portal))
                .append("\" style=\"color:#0f4c5c\">")
                .append(escaped(Words.in(language, "reminder.mail.open")))
                .append("</a></p>")
                .append(paragraph(Words.in(language, "reminder.mail.why")))
                .append("</body></html>")
                .toString();
    }

    private void section(StringBuilder html, String heading, List<Said> part) {
        if (!part.isEmpty()) {
            html.append("<h1 style=\"font-size:18px\">")
                    .append(escaped(Words.in(language, heading)))
                    .append("</h1><ul>");
            part.forEach(line -> html.append("<li style=\"margin-bottom:8px\"><a href=\"")
                    .append(escaped(line.link()))
                    .append("\" style=\"color:#0f4c5c\">")
                    .append(escaped(line.text()))
                    .append("</a></li>"));
            html.append("</ul>");
        }
    }

    private List<Said> part(boolean own) {
        return lines.stream().filter(line -> line.own() == own).toList();
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
