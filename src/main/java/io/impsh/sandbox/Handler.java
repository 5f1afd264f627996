package io.impsh.sandbox;

/** Answers the calls of one route. Runs alone: the service lets in one call at a time. */
@FunctionalInterface
interface Handler {
    /** @throws ApiException to answer with an error */
    Reply handle(Call call);
}
