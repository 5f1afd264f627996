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
import io.impsh.model.EntityRef;
import io.impsh.model.LogEntry;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return client.identity();
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
    public PagedIterator<Device> devices(Filter filter, int ahead) {
        return client.devices().list(filter).ahead(ahead).iterator();
    }

    @Override
    public List<DeviceGroup> groups(Filter filter) {
        return client.deviceGroups().list(filter).toList();
    }

    @Override
    public Device device(String id) {
        try {
            return client.devices().get(id);
        } catch (NotFoundException e) {
            return null;
        }
    }

    @Override
    public List<Build> builds(Filter filter) {
        List<Build> builds = new ArrayList<>();
        client.deployments().list(filter).forEach(deployment -> builds.add(Build.of(deployment)));
        return builds;
    }

    @Override
    public List<Webhook> webhooks(Filter filter) {
        return client.webhooks().list(filter).toList();
    }

    @Override
    public Observation look(EntityRef ref) {
        try {
            if (ref.type().equals(Deployment.TYPE)) {
                return Observation.Present.of(Build.of(client.deployments().get(ref.id())));
            }
            if (ref.type().equals(Product.TYPE)) {
                client.products().get(ref.id());
            } else {
                client.deviceGroups().get(ref.id());
            }
            return Observation.Present.plain();
        } catch (NotFoundException e) {
            return new Observation.Gone();
        }
    }

    @Override
    public Instant earliestNow() {
        return client.earliestServiceTime();
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
        try {
            request(batch);
            return new Answer.Accepted();
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

    private void request(Batch batch) {
        Change change = batch.change();
        String id = batch.items().get(0).target().id();
        if (change instanceof Change.Assign assign) {
            client.deviceGroups().assign(assign.to().id(), batch.ids());
        } else if (change instanceof Change.Unassign unassign) {
            String key = ProductionGroups.isProduction(batch.from())
                    ? unassign.unbondKey().value()
                    : null;
            client.deviceGroups().unassign(batch.from().id(), batch.ids(), key);
        } else if (change instanceof Change.Restart restart) {
            client.devices().restart(id, restart.conditional());
        } else if (change instanceof Change.Rename rename) {
            client.devices().rename(id, rename.name());
        } else if (change instanceof Change.Unflag) {
            client.deployments().update(id, Map.of("flagged", false));
        } else {
            remove(batch.items().get(0).target());
        }
    }

    private void remove(EntityRef target) {
        switch (target.type()) {
            case Device.TYPE -> client.devices().delete(target.id());
            case Product.TYPE -> client.products().delete(target.id());
            case Deployment.TYPE -> client.deployments().delete(target.id());
            default -> client.deviceGroups().delete(target.id());
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
        return change instanceof Change.Rename || change instanceof Change.Unflag || change instanceof Change.Remove;
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
