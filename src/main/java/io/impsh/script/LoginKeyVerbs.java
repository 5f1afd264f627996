package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.ApiException;
import io.impsh.bulk.Question;
import io.impsh.model.LoginKey;
import java.util.List;
import java.util.function.Supplier;

/** What can be done with login keys. The service wants the account's password for each change; it is never kept. */
final class LoginKeyVerbs {
    private static final Argument PASSWORD =
            Argument.secret("password", "the account's password; asked for, unseen, when it is left out");
    private static final Argument DESCRIPTION = Argument.optional("description", "string", "what it is for");

    private LoginKeyVerbs() {}

    static HostType<Handle<LoginKey>> addTo(HostType<Handle<LoginKey>> type) {
        return type.method(
                        "reload",
                        "LoginKey",
                        "Asks the service for the present facts; with reveal the whole key is shown from then on.",
                        "loginKeys.first().reload({reveal: true}).id",
                        (key, call) -> reload(key, call.options(0).flag("reveal"), call.host()),
                        Argument.options("options", Argument.optional("reveal", "boolean", "show the whole key")))
                .method(
                        "update",
                        "LoginKey",
                        "Changes the description.",
                        "loginKeys.first().update({description: 'backup server', password: 'sandbox'})",
                        (key, call) -> update(key, call.options(0), call.host()),
                        Argument.options(
                                "changes", Argument.required("description", "string", "what it is for"), PASSWORD))
                .method(
                        "tryOut",
                        "LoginKey",
                        "Logs in with the key, and forgets that login at once. It is an error when the service does not take it."
                                + " It counts as a usage; a dry run leaves it out.",
                        "loginKeys.first().tryOut()",
                        (key, call) -> tryOut(key, call.host()))
                .method(
                        "remove",
                        "void",
                        "Removes the key: nobody can log in with it any more. Asks first.",
                        "loginKeys.first().remove({password: 'sandbox'})",
                        (key, call) -> remove(key, call.options(0), call.host()),
                        Argument.options("options", PASSWORD));
    }

    static HostType<Query<LoginKey>> addCreation(HostType<Query<LoginKey>> type) {
        return type.method(
                "create",
                "LoginKey",
                "Makes a login key. This is the time to write its id down: it is not shown whole again by itself.",
                "loginKeys.create({description: 'build server', password: 'sandbox'})",
                (query, call) -> create(call.options(0), call.host()),
                Argument.options("attributes", DESCRIPTION, PASSWORD));
    }

    private static Object create(Options options, Host host) {
        String description = options.text("description");
        host.beforeWrite();
        String password = password(options, host);
        LoginKey made = explained(() -> host.client().loginKeys().create(password, description));
        return ProductVerbs.made(EntityKinds.LOGIN_KEY, made, host);
    }

    private static Object reload(Handle<LoginKey> key, boolean reveal, Host host) {
        LoginKey reloaded = key.reload(host);
        key.replace(reveal ? reloaded.withRevealed() : reloaded);
        return host.objects().entity(key);
    }

    private static Object tryOut(Handle<LoginKey> key, Host host) {
        if (!host.isDryRun()) {
            host.client().tryLoginKey(key.id());
        }
        return host.objects().entity(key);
    }

    private static Object update(Handle<LoginKey> key, Options changes, Host host) {
        String description = changes.text("description");
        host.beforeWrite();
        String password = password(changes, host);
        LoginKey changed = explained(() -> host.client().loginKeys().update(key.id(), password, description));
        return ProductVerbs.changed(key, changed, host);
    }

    private static Object remove(Handle<LoginKey> key, Options options, Host host) {
        LoginKey known = key.entity(host);
        String description = known.description() == null ? "" : "  " + known.description();
        host.confirmOrStop(new Question(
                "The login key is removed; whatever uses it cannot log in any more. Go on?",
                List.of(known.name() + description),
                1,
                false));
        host.beforeWrite();
        String password = password(options, host);
        explained(() -> {
            host.client().loginKeys().delete(key.id(), password);
            return null;
        });
        host.directory().changed(EntityKinds.LOGIN_KEY);
        return GuestValues.UNDEFINED;
    }

    /** Nothing but the password is in the way of changing one's own keys. */
    private static <T> T explained(Supplier<T> change) {
        try {
            return change.get();
        } catch (ApiException refused) {
            throw refused.status() != 403
                    ? refused
                    : new UserException(
                            refused.code(),
                            refused.getMessage(),
                            "was that the account's password? Nothing was changed",
                            refused);
        }
    }

    /** In a dry run nobody is asked: the request is not sent. */
    private static String password(Options options, Host host) {
        if (options.has("password")) {
            return options.text("password");
        }
        if (host.isDryRun()) {
            return "";
        }
        if (!host.io().canAsk()) {
            throw new UserException(
                    "CONFIRMATION_NEEDED",
                    "the account's password is needed for this, and there is nobody to ask",
                    "give {password: params.password}, from a script's parameter of the type secret");
        }
        return host.io().askSecret("Password of the account");
    }
}
