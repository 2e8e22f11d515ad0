package se.metodporten.certification.rules;

/** What mends a reason, or keeps it from coming: a key that is put into words at the edge. */
public enum Remedy {
    NOTHING,
    REGISTER_LICENCE,
    GET_ATTESTATION,
    COMPLETE_COURSE,
    ATTEND_TRAINING,
    ATTEND_REFRESHER,
    /** Of a kind that is attended again and again. */
    ATTEND_OCCASIONS,
    /** The grace is over: what the role names, by default the whole training again (rule 5). */
    REPEAT_TRAINING,
    SIGN_AGREEMENT
}
