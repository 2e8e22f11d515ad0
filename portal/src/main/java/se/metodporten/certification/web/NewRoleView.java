package se.metodporten.certification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.role.NewRoles;
import se.metodporten.role.Role;

/** {@code certification/role-new.xhtml}: begins a role, whose requirements are then decided as those of any other. */
@Named
@RequestScoped
public class NewRoleView {

    @Inject
    private NewRoles roles;

    private String nameSv = "";
    private String nameEn = "";
    private String purposeSv = "";
    private String purposeEn = "";
    private Role.HeldAt heldAt = Role.HeldAt.UNIT;
    private @Nullable List<Role> begun;
    private @Nullable List<NewRoles.Coming> coming;

    /** Refuses who may not. */
    public List<Role> getBegun() {
        if (begun == null) {
            begun = roles.begun();
        }
        return begun;
    }

    public List<NewRoles.Coming> getComing() {
        if (coming == null) {
            coming = roles.coming();
        }
        return coming;
    }

    public String begin() {
        String code = roles.begin(new NewRoles.Begun(nameSv, nameEn, purposeSv, purposeEn, heldAt));
        return "/certification/role-draft.xhtml?faces-redirect=true&role=" + code;
    }

    public List<Role.HeldAt> getHeldAts() {
        return List.of(Role.HeldAt.values());
    }

    public String getNameSv() {
        return nameSv;
    }

    public void setNameSv(@Nullable String nameSv) {
        this.nameSv = typed(nameSv);
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = typed(nameEn);
    }

    public String getPurposeSv() {
        return purposeSv;
    }

    public void setPurposeSv(@Nullable String purposeSv) {
        this.purposeSv = typed(purposeSv);
    }

    public String getPurposeEn() {
        return purposeEn;
    }

    public void setPurposeEn(@Nullable String purposeEn) {
        this.purposeEn = typed(purposeEn);
    }

    public Role.HeldAt getHeldAt() {
        return heldAt;
    }

    public void setHeldAt(Role.HeldAt heldAt) {
        this.heldAt = heldAt;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
