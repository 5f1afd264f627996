package io.impsh.profile;

/** Whether a profile is for production, as far as it says so. Only {@code NO} relaxes anything. */
public enum Production {
    YES,
    NO,
    UNSAID
}
