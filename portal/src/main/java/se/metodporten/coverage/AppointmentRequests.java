package se.metodporten.coverage;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.DomainException;
import se.metodporten.communication.Conversations;
import se.metodporten.communication.MessageKind;
import se.metodporten.communication.OpenTopic;
import se.metodporten.communication.Responsible;
import se.metodporten.communication.Said;
import se.metodporten.role.Role;

/**
 * The coordinator asks managers to appoint somebody where a role is lacking; the manager answers, and both see what was
 * said until the place is covered. The topic of the conversation is the role's code.
 */
@Service
public class AppointmentRequests {

    /** As many as stand on one page of a list; asking more at once is rather a letter to all. */
    static final int MOST_AT_ONCE = 100;

    @Inject
    private Guard guard;

    @Inject
    private Coverage coverage;

    @Inject
    private Conversations conversations;

    @Inject
    private Responsible responsible;

    @Inject
    private RequestMail mail;

    @Inject
    private RequestSql sql;

    @Inject
    private Audit audit;

    /** How many places were asked about, and how many managers got a mail. */
    public record Asked(int places, int managers) {}

    /** The places with whom to ask, by name; those that do not need the role are left out. */
    public List<RequestedPlace> toAsk(String role, Collection<Long> places) {
        requireAll(places);
        List<CoveredUnit> units = coverage.placesToday(role, places);
        Map<Long, List<Responsible.Contact>> managers = responsible.managersOf(ids(units));
        Map<Long, RequestState> states = states(role, ids(units));
        return units.stream()
                .map(unit -> new RequestedPlace(
                        unit, managers.getOrDefault(unit.unitId(), List.of()), states.get(unit.unitId())))
                .toList();
    }

    /**
     * Asks about each place, or reminds; each manager gets one mail about all of theirs. Places that are covered by now,
     * or have no manager, are passed over.
     *
     * @param text in the asker's own words; may be empty
     */
    public Asked ask(String role, Collection<Long> places, String text) {
        List<RequestedPlace> askable =
                toAsk(role, places).stream().filter(RequestedPlace::askable).toList();
        if (askable.isEmpty()) {
            throw new DomainException("coverage.refused.nobodyToAsk");
        }
        Map<Long, List<CoveredUnit>> byManager = new TreeMap<>();
        int asked = 0;
        for (RequestedPlace place : askable) {
            Conversations.Written written = conversations.write(place.place().unitId(), role, MessageKind.ASKED, text);
            if (written.isNew()) {
                asked++;
                place.managers()
                        .forEach(manager -> byManager
                                .computeIfAbsent(manager.personId(), person -> new ArrayList<>())
                                .add(place.place()));
                audit.done(
                        guard.reader().actor(),
                        "ASK_TO_APPOINT",
                        "role:" + role,
                        place.place().unitId(),
                        null);
            }
        }
        byManager.forEach((manager, units) -> mail.asked(sql.role(role), manager, units, text.strip()));
        return new Asked(asked, byManager.size());
    }

    /** The manager says why not now; whoever asked is told. */
    public void decline(String role, long placeId, String because) {
        guard.require(Action.APPOINT, placeId);
        write(role, placeId, MessageKind.DECLINED, because);
    }

    /** Either side writes more; the other is told. */
    public void say(String role, long placeId, String text) {
        if (!takesPart(placeId)) {
            throw guard.refusal("WRITE_ABOUT_PLACE", "place:" + placeId);
        }
        write(role, placeId, MessageKind.WROTE, text);
    }

    /** What has been said about a role at a place; empty when nobody was asked, or to those who do not take part. */
    public List<Said> said(String role, long placeId) {
        return takesPart(placeId) ? conversations.said(placeId, role) : List.of();
    }

    /** Whether the reader asks, or answers, about the place. */
    public boolean takesPart(long placeId) {
        return guard.may(Action.FOLLOW_UP, placeId) || guard.may(Action.APPOINT, placeId);
    }

    /** Those of some places about which the reader may ask. */
    public Set<Long> mayAskAbout(Collection<Long> places) {
        Scope mine = guard.scope(Action.FOLLOW_UP);
        return mine.isEmpty() || places.isEmpty() ? Set.of() : sql.below(places, mine);
    }

    /** Where open requests about places stand, by place; of places where the reader takes no part nothing is told. */
    public Map<Long, RequestState> states(String role, Collection<Long> places) {
        Scope mine = guard.scope(Action.FOLLOW_UP).or(guard.scope(Action.APPOINT));
        if (mine.isEmpty() || places.isEmpty()) {
            return Map.of();
        }
        return sql.states(role, places, mine).stream()
                .collect(Collectors.toMap(RequestState::placeId, Function.identity()));
    }

    /** What waits for the reader's answer as a manager, oldest first; a place that was covered meanwhile waits no more. */
    public List<WaitingRequest> waitingForMe() {
        guard.requireSignedIn();
        Scope mine = guard.scope(Action.APPOINT);
        List<WaitingRequest> waiting = new ArrayList<>();
        if (mine.isEmpty()) {
            return waiting;
        }
        List<OpenTopic> unanswered = conversations.openBelow(mine).stream()
                .filter(topic -> !topic.isAnswered())
                .toList();
        Map<String, Map<Long, CoveredUnit>> lacking = lacking(unanswered);
        Map<String, Role> named = new HashMap<>();
        for (OpenTopic topic : unanswered) {
            CoveredUnit place = lacking.getOrDefault(topic.topic(), Map.of()).get(topic.placeId());
            if (place != null) {
                Role role = named.computeIfAbsent(topic.topic(), sql::role);
                waiting.add(new WaitingRequest(
                        place.unitId(), place.unitName(), role.id(), role.code(), role.name(), topic.lastAt()));
            }
        }
        return waiting;
    }

    /** Ends the conversations about places that have what was asked for; for the job that does so now and then. */
    public int settleCovered() {
        guard.requireSystem();
        List<OpenTopic> open = conversations.openBelow(guard.scope(Action.FOLLOW_UP));
        Map<String, Map<Long, CoveredUnit>> lacking = lacking(open);
        int settled = 0;
        for (OpenTopic topic : open) {
            if (!lacking.getOrDefault(topic.topic(), Map.of()).containsKey(topic.placeId())) {
                conversations.settle(topic.conversationId());
                settled++;
            }
        }
        return settled;
    }

    private void write(String role, long placeId, MessageKind kind, String text) {
        if (conversations.open(role, Set.of(placeId)).isEmpty()) {
            throw new DomainException("coverage.refused.notAsked");
        }
        Conversations.Written written = conversations.write(placeId, role, kind, text);
        if (written.isNew()) {
            audit.done(guard.reader().actor(), kind.name(), "role:" + role, placeId, null);
            mail.said(sql.role(role), placeId, kind, others(placeId, written.authors()), text.strip());
        }
    }

    /** Whoever wrote before, and the managers when the coordinator writes; never the writer. */
    private Set<Long> others(long placeId, List<Long> authors) {
        Set<Long> others = new LinkedHashSet<>(authors);
        if (!guard.may(Action.APPOINT, placeId)) {
            responsible
                    .managersOf(Set.of(placeId))
                    .getOrDefault(placeId, List.of())
                    .forEach(manager -> others.add(manager.personId()));
        }
        others.remove(guard.requireSignedIn());
        return others;
    }

    private Map<String, Map<Long, CoveredUnit>> lacking(List<OpenTopic> topics) {
        Map<String, Set<Long>> places = new HashMap<>();
        topics.forEach(topic ->
                places.computeIfAbsent(topic.topic(), role -> new TreeSet<>()).add(topic.placeId()));
        Map<String, Map<Long, CoveredUnit>> lacking = new HashMap<>();
        places.forEach((role, ids) -> lacking.put(
                role,
                coverage.placesToday(role, ids).stream()
                        .filter(unit -> unit.state() != CoverageState.COVERED)
                        .collect(Collectors.toMap(CoveredUnit::unitId, Function.identity()))));
        return lacking;
    }

    private void requireAll(Collection<Long> places) {
        guard.requireAnywhere(Action.FOLLOW_UP);
        if (places.size() > MOST_AT_ONCE) {
            throw new DomainException("coverage.refused.tooMany", MOST_AT_ONCE);
        }
        guard.requireAll(Action.FOLLOW_UP, places);
    }

    private static List<Long> ids(List<CoveredUnit> units) {
        return units.stream().map(CoveredUnit::unitId).toList();
    }
}
