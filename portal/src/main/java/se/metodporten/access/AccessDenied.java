package se.metodporten.access;

import org.jspecify.annotations.Nullable;

/** The reader may not do this here. Deliberately says nothing of whether the thing exists. */
public class AccessDenied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean signedIn;

    AccessDenied(boolean signedIn, Action action, @Nullable Long placeId) {
        super(action + (placeId == null ? "" : " in place " + placeId));
        this.signedIn = signedIn;
    }

    AccessDenied(boolean signedIn, String what) {
        super(what);
        this.signedIn = signedIn;
    }

    /** False: nobody is signed in, so signing in may help. */
    public boolean signedIn() {
        return signedIn;
    }
}
