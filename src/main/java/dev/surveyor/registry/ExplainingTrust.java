package dev.surveyor.registry;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts whom another trusts, and says why not in words, with the names in a certificate of another host. */
final class ExplainingTrust extends X509ExtendedTrustManager {

    private static final int MOST_NAMES = 5;

    private final X509ExtendedTrustManager trust;

    ExplainingTrust(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    /** A certificate that is not accepted; its message goes on from "the certificate of the registry". */
    static final class RefusedException extends CertificateException {
        private static final long serialVersionUID = 1L;

        RefusedException(String why, CertificateException cause) {
            super(why, cause);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            trust.checkServerTrusted(chain, type, engine);
        } catch (CertificateException refused) {
            throw explained(chain, type, refused);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            trust.checkServerTrusted(chain, type, socket);
        } catch (CertificateException refused) {
            throw explained(chain, type, refused);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkServerTrusted(chain, type);
    }

    private RefusedException explained(X509Certificate[] chain, String type, CertificateException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                String until = chain[0].getNotAfter().toInstant().toString();
                return new RefusedException("has expired (valid until " + until + "): renew it there", refused);
            }
            if (cause instanceof CertificateNotYetValidException) {
                String from = chain[0].getNotBefore().toInstant().toString();
                return new RefusedException("is valid only from " + from + " on: check the clocks", refused);
            }
        }
        try {
            trust.checkServerTrusted(chain, type);
        } catch (CertificateException untrusted) {
            String issuer = chain[0].getIssuerX500Principal().getName();
            return new RefusedException(
                    "is not trusted (issued by " + issuer
                            + "): set a truststore with its certificate authority, then connect again",
                    refused);
        }
        return new RefusedException(
                "is for " + String.join(", ", names(chain[0]))
                        + ": use that name in the address, or a certificate with the name of the address",
                refused);
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
                if (alternative.get(1) instanceof String name) {
                    names.add(name);
                }
            }
        } catch (CertificateException unreadable) {
            names.clear();
        }
        if (names.isEmpty()) {
            names.add(certificate.getSubjectX500Principal().getName());
        }
        if (names.size() > MOST_NAMES) {
            String more = names.size() - MOST_NAMES + " more";
            names.subList(MOST_NAMES, names.size()).clear();
            names.add(more);
        }
        return names;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        trust.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        trust.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
