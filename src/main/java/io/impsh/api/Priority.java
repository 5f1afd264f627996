package io.impsh.api;

/** The order in which waiting requests are let go: the person at the prompt first, the name index last. */
public enum Priority {
    PROMPT,
    BULK,
    /** Gets at most three quarters of the request budget: the person at the prompt finds the rest free. */
    LOGS,
    /** Gets at most a quarter of the request budget, however idle the others are. */
    INDEX;

    /** Nobody waits for it. */
    boolean isBackground() {
        return this == LOGS || this == INDEX;
    }
}
