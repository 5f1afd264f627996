/**
 * Talks to impCentral: login and renewal, requests, paging, rate limit, retry.
 *
 * <p>Main types: {@code ImpClient}, the facade; {@code Connector}, the one-method seam at the network's edge.
 *
 * <p>May import: root, model. Third party kept inside: OkHttp, Jackson. Nothing of OkHttp or Jackson appears in a public signature.
 */
package io.impsh.api;
