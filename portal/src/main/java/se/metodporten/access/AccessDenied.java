package se.metodporten.access;

/** The reader may not do this here. Deliberately says nothing of whether the thing exists. */
public class AccessDenied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean signedIn;
    private final boolean aboutOneThing;

    AccessDenied(boolean signedIn, boolean aboutOneThing, String what) {
        super(what);
        this.signedIn = signedIn;
        this.aboutOneThing = aboutOneThing;
    }

    /** False: nobody is signed in, so signing in may help. */
    public boolean signedIn() {
        return signedIn;
    }

    /** True: about a thing or a place that may not exist at all; false: about a whole kind of question. */
    public boolean aboutOneThing() {
        return aboutOneThing;
    }
}
