package io.impsh.api;

/** For whom a request is sent, and who may stop it. */
record RequestContext(Priority priority, Cancellation cancellation) {
    static final RequestContext DEFAULT = new RequestContext(Priority.PROMPT, Cancellation.none());
}
