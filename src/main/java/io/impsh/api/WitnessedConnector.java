package io.impsh.api;

import java.util.function.Function;
import java.util.function.Supplier;

/** Tells the witness of writes, if there is one. */
final class WitnessedConnector implements Connector {
    private final Connector next;
    private final Supplier<WriteWitness> present;
    private final String place;
    private final Function<RequestContext, String> account;

    /**
     * @param present gives {@code null} while there is none
     * @param place what tells the service from others
     * @param account the id of the own account, or {@code null} where it cannot be had
     */
    WitnessedConnector(
            Connector next, Supplier<WriteWitness> present, String place, Function<RequestContext, String> account) {
        this.next = next;
        this.present = present;
        this.place = place;
        this.account = account;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        boolean isTold = request.isWrite() && request.context().witnessed();
        WriteWitness witness = isTold ? present.get() : null;
        return witness == null ? next.send(request) : witnessed(request, witness);
    }

    private ApiResponse witnessed(ApiRequest request, WriteWitness witness) {
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
                place,
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
