package se.metodporten.communication;

/** What a message does. */
public enum MessageKind {
    /** Asks for something; may come again as a reminder. */
    ASKED,
    /** The other side says why not now. */
    DECLINED,
    /** Anything else that either side says. */
    WROTE
}
