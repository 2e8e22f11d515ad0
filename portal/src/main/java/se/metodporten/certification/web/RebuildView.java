package se.metodporten.certification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.metodporten.certification.RebuildJob;

/** {@code certification/rebuild.xhtml}: an administrator lets every standing be computed again, and sees how it goes. */
@Named
@RequestScoped
public class RebuildView {

    private static final String SECONDS = "2";

    @Inject
    private RebuildJob job;

    /** While it runs the page comes again by itself. */
    public void load() {
        if (job.state().phase() == RebuildJob.Phase.RUNNING) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Refresh", SECONDS);
        }
    }

    public String start() {
        job.start();
        return "/certification/rebuild.xhtml?faces-redirect=true";
    }

    public RebuildJob.State getState() {
        return job.state();
    }
}
