package se.metodporten.coverage.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.api.Api;
import se.metodporten.coverage.AppointmentFigure;
import se.metodporten.coverage.CoverageFigure;
import se.metodporten.coverage.Level;

/** From a figure of the API to the list behind it. */
record ListLinks(ApiQuestion question) {

    String units() {
        return path("units");
    }

    String units(Level level, CoverageFigure figure) {
        String group = switch (level) {
            case DISTRICT -> districtOrWide(figure.groupId()) + (figure.beside() ? "&beside=true" : "");
            case KIND ->
                figure.ownKind() == null
                        ? "&kind=" + figure.groupId()
                        : "&organisationKind=" + UrlState.inUrl(figure.ownKind());
            case ORGANISATION, UNIT -> "&" + UrlState.inUrl(level) + "=" + figure.groupId();
        };
        return units() + group;
    }

    String appointments() {
        return path("appointments");
    }

    String appointments(Level level, AppointmentFigure figure) {
        String group = level == Level.DISTRICT
                ? districtOrWide(figure.groupId())
                : "&" + UrlState.inUrl(level) + "=" + figure.groupId();
        return appointments() + group;
    }

    private static String districtOrWide(@Nullable Long district) {
        return district == null ? "&countyWide=true" : "&district=" + district;
    }

    private String path(String list) {
        return Api.PATH + "/coverage/" + list + "?role="
                + URLEncoder.encode(question.role().code(), StandardCharsets.UTF_8) + "&asOf=" + question.asOf()
                + (question.knownAt() == null ? "" : "&knownAt=" + question.knownAt())
                + (question.planned() ? "&planned=true" : "");
    }
}
