package se.metodporten.role.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.role.Roles;
import se.metodporten.role.Roles.RoleToday;

/** {@code role/roles.xhtml}: what each role is and asks. */
@Named
@RequestScoped
public class RolesView {

    @Inject
    private Roles roles;

    @Inject
    private Guard guard;

    private @Nullable List<RoleToday> today;

    public boolean isMayChange() {
        return guard.mayAnywhere(Action.EDIT_ROLES);
    }

    public List<RoleToday> getRoles() {
        if (today == null) {
            today = roles.today();
        }
        return today;
    }
}
