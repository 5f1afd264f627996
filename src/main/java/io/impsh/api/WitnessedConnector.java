package io.impsh.api;

import java.util.function.Function;

/** Tells the witness of writes, if there is one. */
final class WitnessedConnector implements Connector {
    private final Connector next;
    private final WriteWitness witness;
    private final String endpoint;
    private final Function<RequestContext, String> account;

    /** @param account the id of the own account, or {@code null} where it cannot be had */
    WitnessedConnector(
            Connector next, WriteWitness witness, String endpoint, Function<RequestContext, String> account) {
        this.next = next;
        this.witness = witness;
        this.endpoint = endpoint;
        this.account = account;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        return request.isWrite() && request.context().witnessed() ? witnessed(request) : next.send(request);
    }

    private ApiResponse witnessed(ApiRequest request) {
        long number = witness.before(sent(request));
        ApiResponse response;
        try {
            response = next.send(request);
        } catch (RuntimeException failure) {
            witness.after(number, noAnswer(request, failure));
            throw failure;
        }
        witness.after(number, answer(request, response));
        return response;
    }

    private SentWrite sent(ApiRequest request) {
        return new SentWrite(
                endpoint,
                account.apply(request.context()),
                request.method(),
                Secrets.path(request.path()),
                KeptBody.of(request.body()));
    }

    private static WriteAnswer noAnswer(ApiRequest request, RuntimeException failure) {
        boolean isSurelyNotDone = failure instanceof LoginException
                || failure instanceof CancelledException stopped && !stopped.maybeSent();
        String words = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return new WriteAnswer(
                null,
                (isSurelyNotDone ? "not done: " : "no answer: ")
                        + Redaction.of(request).clean(words),
                null,
                0);
    }

    private static WriteAnswer answer(ApiRequest request, ApiResponse response) {
        return response.isSuccess()
                ? new WriteAnswer(
                        response.status(), WriteAnswer.ACCEPTED, created(request, response), response.attempts())
                : new WriteAnswer(
                        response.status(),
                        Redaction.of(request).clean(ErrorReader.words(response)),
                        null,
                        response.attempts());
    }

    private static String created(ApiRequest request, ApiResponse response) {
        if (!request.method().equals("POST") || response.body().isEmpty()) {
            return null;
        }
        try {
            return response.document().data().stream()
                    .filter(resource -> !Secrets.isSecretType(resource.type()))
                    .map(Resource::id)
                    .findFirst()
                    .orElse(null);
        } catch (MalformedAnswerException unreadable) {
            return null;
        }
    }
}
