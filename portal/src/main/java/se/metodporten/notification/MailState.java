package se.metodporten.notification;

/** Where a mail is on its way. */
public enum MailState {
    /** Waits for its (next) attempt. */
    QUEUED,
    /** Taken by a sender. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** No mail server is configured: kept to be read. */
    CAUGHT,
    /** Refused for good; an administrator may try again. */
    FAILED
}
