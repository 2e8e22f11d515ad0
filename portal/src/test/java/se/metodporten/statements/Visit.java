package se.metodporten.statements;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that is asked for, and by whom.
 *
 * @param place what it is a visit to: a page's path, or that of the API as its description has it
 * @param reader one of {@link Crowd#readers()}; empty for who is not signed in
 */
record Visit(String place, String reader, String address) {

    static final String NOBODY = "";

    /** Everything there is to open: at least one visit to each page and to each path of the API. */
    static List<Visit> all(Crowd crowd) {
        List<Visit> all = new ArrayList<>();
        all.addAll(access(crowd));
        all.addAll(administration(crowd));
        all.addAll(appointments(crowd));
        all.addAll(coverage(crowd));
        all.addAll(learning(crowd));
        all.addAll(people(crowd));
        all.addAll(roles(crowd));
        all.addAll(ApiVisits.all(crowd));
        return all;
    }

    private static List<Visit> access(Crowd crowd) {
        List<Visit> all = new ArrayList<>(List.of(
                page(NOBODY, "/access/sign-in.xhtml"),
                page(NOBODY, "/access/forgotten.xhtml"),
                page(NOBODY, "/access/password.xhtml?token=unknown"),
                page("nurse", "/access/account.xhtml")));
        crowd.readers().keySet().forEach(reader -> all.add(page(reader, "/desk/start.xhtml")));
        return all;
    }

    private static List<Visit> administration(Crowd crowd) {
        String run = "/directory/run.xhtml?id=" + crowd.id("run");
        return List.of(
                page("administrator", "/administration/index.xhtml"),
                page("administrator", "/administration/accounts.xhtml?text=" + crowd.name()),
                page("administrator", "/administration/account.xhtml?person=" + crowd.id("coordinator")),
                page("administrator", "/administration/audit.xhtml?text=" + crowd.name()),
                page("administrator", "/administration/mails.xhtml?text=" + crowd.name()),
                page("administrator", "/administration/mail.xhtml?id=" + crowd.id("mail")),
                page("administrator", "/certification/rebuild.xhtml"),
                page("administrator", "/directory/import.xhtml"),
                page("administrator", run),
                page("administrator", run + "&show=FAULTY"),
                page("administrator", run + "&show=PROPOSALS"),
                page("administrator", run + "&show=ADDED"),
                page("administrator", run + "&show=CHANGED"),
                page(
                        "administrator",
                        "/person/merge.xhtml?from=" + crowd.nurses().get(0) + "&q=" + crowd.name()),
                page(
                        "administrator",
                        "/person/merge.xhtml?from=" + crowd.nurses().get(1) + "&into="
                                + crowd.nurses().get(0)));
    }

    private static List<Visit> appointments(Crowd crowd) {
        String appointment = "?id=" + crowd.id("appointment");
        return List.of(
                page("nurse", "/agreement/agreement.xhtml?id=" + crowd.id("agreement")),
                page("manager", "/agreement/agreement.xhtml?id=" + crowd.id("agreement")),
                page("manager", "/appointment/appoint.xhtml"),
                page("manager", "/appointment/appoint.xhtml?unit=" + crowd.id("unit")),
                page("manager", "/appointment/appoint.xhtml?unit=" + crowd.id("unit") + "&role=1"),
                page(
                        "manager",
                        "/appointment/appoint.xhtml?unit=" + crowd.id("unit") + "&role=1&person="
                                + crowd.readers().get("manager")),
                page("manager", "/appointment/appoint.xhtml?role=1&among=all&unit=" + crowd.id("unit")),
                page("manager", "/appointment/several.xhtml"),
                page("manager", "/appointment/several.xhtml?role=1"),
                page("manager", "/appointment/appointment.xhtml" + appointment),
                page("coordinator", "/appointment/appointment.xhtml" + appointment),
                page("instructor", "/appointment/appointment.xhtml" + appointment),
                page("manager", "/appointment/end.xhtml" + appointment),
                page("manager", "/appointment/leave.xhtml" + appointment),
                page("manager", "/appointment/pause.xhtml" + appointment),
                page("manager", "/appointment/correct.xhtml" + appointment + "&fact=" + crowd.id("pause")),
                page("manager", "/appointment/exempt.xhtml" + appointment),
                page("manager", "/appointment/extend.xhtml" + appointment),
                page("manager", "/appointment/licence.xhtml" + appointment),
                page("manager", "/appointment/recognise.xhtml" + appointment),
                page("coordinator", "/certification/never-offered.xhtml"),
                page("manager", "/appointment/return.xhtml" + appointment),
                page("manager", "/appointment/transfer.xhtml" + appointment),
                page("manager", "/appointment/units.xhtml" + appointment),
                page("supervisor", "/appointment/mine.xhtml"),
                page("instructor", "/appointment/mine.xhtml"),
                page("manager", "/certification/appointments.xhtml"),
                page("coordinator", "/certification/appointments.xhtml"),
                page("manager", "/certification/appointments.xhtml?unit=" + crowd.id("unit") + "&sort=-standing"));
    }

    private static List<Visit> coverage(Crowd crowd) {
        List<Visit> all = new ArrayList<>();
        for (String level : List.of("district", "organisation", "kind", "unit")) {
            all.add(page("coordinator", "/coverage/coverage.xhtml?level=" + level));
        }
        all.add(page("coordinator", "/coverage/coverage.xhtml?asOf=2024-06-01"));
        all.add(page("manager", "/coverage/coverage.xhtml"));
        all.add(page("processLeader", "/coverage/coverage.xhtml?level=unit"));
        all.add(page("coordinator", "/coverage/units.xhtml"));
        all.add(page("coordinator", "/coverage/units.xhtml?sort=state&organisation=" + crowd.id("organisation")));
        all.add(page("coordinator", "/coverage/units.xhtml?lostBy=2035-01-01"));
        all.add(page("coordinator", "/coverage/appointments.xhtml"));
        all.add(page("manager", "/coverage/appointments.xhtml?sort=due"));
        String place = "role=method-supervisor&id=" + crowd.id("unit");
        all.add(page("coordinator", "/coverage/place.xhtml?" + place));
        all.add(page("manager", "/coverage/place.xhtml?" + place));
        all.add(page("coordinator", "/coverage/need.xhtml?" + place));
        all.add(page("coordinator", "/coverage/indicator.xhtml?of=covered"));
        all.add(page("coordinator", "/coverage/ask.xhtml?role=method-supervisor&places=" + crowd.someUnits()));
        return all;
    }

    private static List<Visit> learning(Crowd crowd) {
        String training = "/training/training.xhtml?id=" + crowd.id("training");
        return List.of(
                page("nurse", "/elearning/catalogue.xhtml"),
                page("nurse", "/elearning/course.xhtml?code=visam-grunderna"),
                page("processLeader", "/elearning/answers.xhtml?code=visam-grunderna"),
                page("processLeader", "/elearning/log.xhtml?code=visam-grunderna"),
                page("processLeader", "/elearning/rule.xhtml?code=visam-grunderna"),
                page("supervisor", "/elearning/unit.xhtml"),
                page("manager", "/elearning/unit.xhtml?unit=" + crowd.id("unit")),
                page(
                        "instructor",
                        "/training/attendance.xhtml?id=" + crowd.id("past") + "&session=" + crowd.id("session")),
                page("instructor", "/training/schedule.xhtml"),
                page("instructor", "/training/schedule.xhtml?kind=unit-refresher"),
                page("trainer", "/training/schedule.xhtml?kind=introduction-meeting"),
                page("nurse", training),
                page("instructor", training),
                page("nurse", "/training/trainings.xhtml"),
                page("nurse", "/training/trainings.xhtml?mine=true"),
                page("instructor", "/training/trainings.xhtml?when=past"),
                page("trainer", "/training/trainings.xhtml?when=past"));
    }

    private static List<Visit> people(Crowd crowd) {
        String person = "/person/person.xhtml?id=";
        return List.of(
                page("manager", "/organisation/units.xhtml"),
                page("coordinator", "/organisation/units.xhtml?sort=-name"),
                page("manager", "/organisation/unit.xhtml?id=" + crowd.id("unit")),
                page("coordinator", "/organisation/unit.xhtml?id=" + crowd.id("unit") + "&sort=-name"),
                page("instructor", "/organisation/unit.xhtml?id=" + crowd.id("unit")),
                page("manager", "/organisation/deputies.xhtml?unit=" + crowd.id("unit")),
                page("nurse", "/person/correction.xhtml"),
                page("manager", "/person/answer.xhtml?id=" + crowd.id("correction")),
                page("manager", "/person/add.xhtml"),
                page("instructor", "/person/add.xhtml?unit=" + crowd.id("unit")),
                page("manager", "/person/people.xhtml"),
                page("coordinator", "/person/people.xhtml?q=" + crowd.name() + "&sort=-name"),
                page("manager", person + crowd.nurses().get(0)),
                page("coordinator", person + crowd.readers().get("instructor")),
                page("supervisor", person + crowd.readers().get("supervisor")),
                page("manager", person + crowd.readers().get("supervisor")));
    }

    private static List<Visit> roles(Crowd crowd) {
        return List.of(
                page("nurse", "/role/roles.xhtml"),
                page("processLeader", "/role/roles.xhtml"),
                page("processLeader", "/certification/role-draft.xhtml?role=method-supervisor"),
                page("processLeader", "/certification/role-preview.xhtml"),
                page("processLeader", "/certification/description-draft.xhtml?role=method-supervisor"),
                page("processLeader", "/certification/role-new.xhtml"),
                page("processLeader", "/coverage/role-need.xhtml?role=method-supervisor"),
                page("processLeader", "/role/terms.xhtml?role=method-supervisor"),
                page("processLeader", "/reminder/rules.xhtml"),
                page("processLeader", "/reminder/week.xhtml"),
                page(
                        "processLeader",
                        "/reminder/digest.xhtml?day=2026-01-07&person="
                                + crowd.nurses().get(0)),
                page("nurse", "/help/index.xhtml"),
                page("nurse", "/help/guide.xhtml?of=medarbetare"));
    }

    private static Visit page(String reader, String address) {
        return new Visit(address.split("\\?", 2)[0], reader, address);
    }
}
