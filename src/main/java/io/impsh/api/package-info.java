/**
 * Talks to impCentral: login and renewal, requests, paging, rate limit, retry, dry run.
 *
 * <p>Main types: {@code ImpClient}, the facade; {@code Connector}, the one-method seam that the layers share. A request
 * passes, in this order, {@code DryRunConnector} (keeps writes back, and imagines what they would have done) or
 * {@code WitnessedConnector} (tells of writes), {@code AuthorizedConnector} (access token),
 * {@code RetryingConnector} (waits for its turn at the {@code RateLimiter}, repeats what may be repeated),
 * {@code TracingConnector} and {@code OkHttpConnector}, the network's edge. {@code Session} stacks them.
 *
 * <p>May import: root, model. Third party kept inside: OkHttp, Jackson. Nothing of OkHttp or Jackson appears in a public
 * signature.
 */
package io.impsh.api;
