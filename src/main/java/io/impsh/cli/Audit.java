package io.impsh.cli;

import io.impsh.api.ClientOptions;
import io.impsh.api.ImpClient;
import io.impsh.bulk.AuditFile;
import java.util.function.Consumer;

/** Makes clients whose changes are written down in the state folder. */
final class Audit {
    private final CommandContext context;
    private final Consumer<String> notices;

    /** @param notices where to say that nothing can be written down */
    Audit(CommandContext context, Consumer<String> notices) {
        this.context = context;
        this.notices = notices;
    }

    /** For a command that is no session. */
    static Audit of(CommandContext context) {
        return new Audit(context, context::tellUnlessQuiet);
    }

    /** @param profile the profile in use, or {@code null} for none */
    ImpClient connect(ClientOptions options, String profile) {
        ImpClient client = ImpClient.connect(options);
        client.witnessWrites(
                new AuditFile(() -> CloudConnection.folders(context).state(), Authors.with(profile), notices));
        return client;
    }
}
