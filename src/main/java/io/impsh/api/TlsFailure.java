package io.impsh.api;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why no encrypted connection came about, in words, and what to do. */
enum TlsFailure {
    EXPIRED(
            "the certificate of the service has expired",
            "check the clock of this machine (it says %s); if it is right, the service has to renew its certificate"),
    NOT_YET_VALID("the certificate of the service is not valid yet", "check the clock of this machine (it says %s)"),
    UNKNOWN_AUTHORITY(
            "the certificate of the service was issued by an authority that is not trusted here",
            "for a private cloud, name its CA file in the profile: ca_file = \"/path/ca.pem\""),
    OTHER_HOST(
            "the certificate of the service is for another host",
            "check the endpoint: its host has to be the one that the certificate names"),
    NOT_TLS(
            "the service does not speak TLS at this address",
            "check the endpoint, its port above all, and any proxy between"),
    OTHER("no encrypted connection", "check the endpoint and any proxy between");

    private final String reason;
    private final String hint;

    TlsFailure(String reason, String hint) {
        this.reason = reason;
        this.hint = hint;
    }

    static TlsFailure of(SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return EXPIRED;
            }
            if (cause instanceof CertificateNotYetValidException) {
                return NOT_YET_VALID;
            }
            if (cause instanceof CertPathBuilderException) {
                return UNKNOWN_AUTHORITY;
            }
            if (cause instanceof SSLPeerUnverifiedException) {
                return OTHER_HOST;
            }
        }
        String message = String.valueOf(failure.getMessage());
        return message.contains("Unsupported or unrecognized SSL message") ? NOT_TLS : OTHER;
    }

    String reason(SSLException failure) {
        return this == OTHER ? reason + ": " + failure.getMessage() : reason;
    }

    String hint() {
        return hint.formatted(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
                .format(Instant.now().atOffset(ZoneOffset.UTC)));
    }
}
