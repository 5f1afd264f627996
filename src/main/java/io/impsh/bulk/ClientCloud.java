package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.ApiError;
import io.impsh.api.ApiException;
import io.impsh.api.CancelledException;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.api.LostAnswerException;
import io.impsh.api.NotFoundException;
import io.impsh.api.PagedIterator;
import io.impsh.api.UnreachableException;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import io.impsh.model.LogEntry;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as the client shows it, with the client's failures sorted by what a bulk change has to do about them. */
final class ClientCloud implements Cloud {
    private static final Pattern ELEMENT = Pattern.compile("^/data/([0-9]{1,4})(?:/|$)");

    private static final int LOG_PAGE = 100;
    private static final int MOST_LOG_LINES = 2000;

    private final ImpClient client;

    ClientCloud(ImpClient client) {
        this.client = client;
    }

    @Override
    public String ownAccount() {
        return client.ownAccount();
    }

    @Override
    public String endpoint() {
        return client.endpoint().toString();
    }

    @Override
    public double requestsPerSecond() {
        return client.requestsPerSecond();
    }

    @Override
    public int concurrency() {
        return client.concurrency();
    }

    @Override
    public boolean isDryRun() {
        return client.isDryRun();
    }

    @Override
    public Instant earliestTime() {
        return client.earliestServiceTime();
    }

    @Override
    public PagedIterator<Device> devices(Filter filter, int ahead) {
        return client.devices().list(filter).ahead(ahead).iterator();
    }

    @Override
    public List<DeviceGroup> groups(Filter filter) {
        return client.deviceGroups().list(filter).toList();
    }

    @Override
    public Device device(String id) {
        return found(() -> client.devices().get(id));
    }

    @Override
    public DeviceGroup group(String id) {
        return found(() -> client.deviceGroups().get(id));
    }

    @Override
    public Build build(String id) {
        return found(() -> Build.of(client.deployments().get(id)));
    }

    private static <T> T found(Supplier<T> read) {
        try {
            return read.get();
        } catch (NotFoundException e) {
            return null;
        }
    }

    @Override
    public PagedIterator<Build> builds(Filter filter, int ahead) {
        return new MappedRows<>(client.deployments().list(filter).ahead(ahead).iterator(), Build::of);
    }

    @Override
    public PagedIterator<Webhook> webhooks(Filter filter, int ahead) {
        return client.webhooks().list(filter).ahead(ahead).iterator();
    }

    @Override
    public Observation look(EntityRef ref) {
        Observation seen = found(() -> switch (ref.type()) {
            case Deployment.TYPE ->
                Observation.Present.of(Build.of(client.deployments().get(ref.id())));
            case Webhook.TYPE -> Observation.Present.of(client.webhooks().get(ref.id()));
            case Product.TYPE -> there(client.products().get(ref.id()));
            default -> there(client.deviceGroups().get(ref.id()));
        });
        return seen == null ? new Observation.Gone() : seen;
    }

    private static Observation there(Entity found) {
        return Observation.Present.plain();
    }

    @Override
    public List<LogEntry> log(String deviceId, Instant since) {
        List<LogEntry> log = new ArrayList<>();
        for (LogEntry entry : client.devices().logs(deviceId, LOG_PAGE)) {
            boolean older = entry.time() != null && entry.time().isBefore(since);
            if (older || log.size() >= MOST_LOG_LINES) {
                return log;
            }
            log.add(entry);
        }
        return log;
    }

    @Override
    public Answer send(Batch batch) {
        if (!(batch.change() instanceof Change.Copy copy)) {
            return answer(batch, () -> new Requests(client).send(batch));
        }
        Deployment source;
        try {
            source = client.deployments().get(batch.ids().get(0));
        } catch (CancelledException e) {
            return new Answer.NotSent();
        } catch (NotFoundException e) {
            return answered(e, batch);
        } catch (UserException e) {
            return new Answer.Unanswered(e.getMessage(), false);
        }
        return answer(batch, () -> new Requests(client).copy(source, copy));
    }

    /** @param request gives what it made, or {@code null} */
    private static Answer answer(Batch batch, Supplier<EntityRef> request) {
        try {
            return new Answer.Accepted(request.get());
        } catch (CancelledException e) {
            return e.maybeSent() ? new Answer.Lost(e.getMessage()) : new Answer.NotSent();
        } catch (LostAnswerException e) {
            return new Answer.Lost(e.getMessage());
        } catch (ApiException e) {
            return answered(e, batch);
        } catch (UnreachableException e) {
            return new Answer.Unanswered(e.getMessage(), isRepeatable(batch.change()));
        } catch (UserException e) {
            return new Answer.Unanswered(e.getMessage(), false);
        }
    }

    private static Answer answered(ApiException e, Batch batch) {
        List<Answer.ItemError> perItem =
                e.errors().stream().map(ClientCloud::itemError).toList();
        String words = perItem.isEmpty() ? e.getMessage() : perItem.get(0).words();
        return switch (e.code()) {
            case "SERVER_ERROR" -> new Answer.Unanswered(words, isRepeatable(batch.change()));
            case "RATE_LIMITED" -> new Answer.Unanswered(words, false);
            case "NOT_FOUND", "FORBIDDEN" -> new Answer.Refused(words, true, List.of());
            default -> new Answer.Refused(words, false, perItem);
        };
    }

    /** The client repeats these by itself, so that giving up says nothing about the earlier attempts. */
    private static boolean isRepeatable(Change change) {
        boolean harmfulTwice = change instanceof Change.Assign
                || change instanceof Change.Unassign
                || change instanceof Change.Restart
                || change instanceof Change.Copy
                || change instanceof Change.CreateWebhook;
        return !harmfulTwice;
    }

    /** The service may point to an element of the list by {@code /data/3}. */
    private static Answer.ItemError itemError(ApiError error) {
        Matcher pointer = ELEMENT.matcher(Objects.requireNonNullElse(error.pointer(), ""));
        return new Answer.ItemError(words(error), pointer.find() ? Integer.parseInt(pointer.group(1)) : -1);
    }

    private static String words(ApiError error) {
        if (error.title() == null || error.title().isEmpty()) {
            return error.detail();
        }
        boolean titleOnly = error.detail() == null || error.detail().isEmpty();
        return titleOnly ? error.title() : error.title() + ": " + error.detail();
    }
}
