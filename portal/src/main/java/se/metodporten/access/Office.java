package se.metodporten.access;

import static se.metodporten.access.Action.*;

import java.util.EnumSet;
import java.util.Set;

/** What someone is in a place (domain.md "The people"), and what that allows there and in all places below. */
public enum Office {
    EMPLOYEE(LEARN),
    METHOD_SUPERVISOR(LEARN, RUN_CHANGE_TRAINING, VIEW_ELEARNING, VIEW_COVERAGE),
    INSTRUCTOR(LEARN, RUN_UNIT_TRAINING, RUN_CHANGE_TRAINING, ADD_PERSON, VIEW_COVERAGE),
    MANAGER(LEARN, APPOINT, ADD_PERSON, VIEW_PEOPLE, VIEW_ELEARNING, VIEW_COVERAGE),
    COORDINATOR(LEARN, VIEW_COVERAGE, VIEW_PEOPLE, VIEW_ELEARNING, FOLLOW_UP),
    PROCESS_LEADER(LEARN, VIEW_COVERAGE, VIEW_PEOPLE, VIEW_ELEARNING, FOLLOW_UP, EDIT_ROLES, EDIT_COURSES),
    MAS(LEARN, VIEW_COVERAGE),
    TRAINING_ADMINISTRATOR(LEARN, RUN_COUNTY_TRAINING),
    SYSTEM_ADMINISTRATOR(LEARN, ADMINISTER, INSPECT);

    private final Set<Action> actions;

    Office(Action first, Action... rest) {
        this.actions = EnumSet.of(first, rest);
    }

    /** Given by an administrator, not by employment or appointment. */
    public boolean isGiven() {
        return this != EMPLOYEE && this != METHOD_SUPERVISOR && this != INSTRUCTOR;
    }

    boolean allows(Action action) {
        return actions.contains(action);
    }
}
