package se.metodporten.agreement.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Accounts;
import se.metodporten.agreement.AgreementView;
import se.metodporten.agreement.Agreements;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;

/** {@code agreement/agreement.xhtml}: read, sign, print. */
@Named
@ViewScoped
public class AgreementReading implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Agreements agreements;

    @Inject
    private Accounts accounts;

    @Inject
    private Texts texts;

    private long id;
    private long appointment;
    private String shownHash = "";
    private String password = "";
    private transient @Nullable AgreementView agreement;

    /** From an appointment to its newest agreement; when there is none yet, back to where that is said. */
    public @Nullable String find() {
        if (id != 0 || appointment == 0) {
            return null;
        }
        return agreements
                .latestOf(appointment)
                .map(found -> "/agreement/agreement.xhtml?faces-redirect=true&id=" + found.id())
                .orElseGet(() -> {
                    FacesContext context = FacesContext.getCurrentInstance();
                    context.getExternalContext().getFlash().setKeepMessages(true);
                    String text = texts.get("agreement.notYet");
                    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, text));
                    return "/appointment/appointment.xhtml?faces-redirect=true&id=" + appointment;
                });
    }

    /** The agreement of the page; asked for once, and again after an attempt to sign it. */
    public AgreementView getAgreement() {
        if (agreement == null) {
            agreement = agreements.read(id);
        }
        return agreement;
    }

    public String sign() {
        String read = shownHash;
        shownHash = "";
        agreement = null;
        agreements.sign(id, read, accounts.prove(password.toCharArray()));
        String said = agreements.read(id).inForce() ? "agreement.signed.inForce" : "agreement.signed.first";
        Told.onNextPage(texts.of(said));
        return "/agreement/agreement.xhtml?faces-redirect=true&id=" + id;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public long getAppointment() {
        return appointment;
    }

    public void setAppointment(long appointment) {
        this.appointment = appointment;
    }

    public String getShownHash() {
        return shownHash.isEmpty() ? getAgreement().textHash() : shownHash;
    }

    public void setShownHash(String shownHash) {
        this.shownHash = shownHash;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
