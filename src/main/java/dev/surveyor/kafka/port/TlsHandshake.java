package dev.surveyor.kafka.port;

import dev.surveyor.service.connection.BootstrapServers.Server;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A handshake that trusts everybody, to look at what is behind it. Nothing that is secret may be sent over such a socket:
 * the clients make their own, with what the connection trusts.
 */
final class TlsHandshake {

    private TlsHandshake() {}

    /**
     * Returns a socket over the other, which closes with it; null where the handshake does not succeed, and then the
     * other is closed.
     *
     * @throws SocketTimeoutException where the other side says nothing for so long
     * @throws IOException where the Java runtime has no TLS
     */
    static @Nullable SSLSocket with(Socket plain, Server server, Duration limit) throws IOException {
        SSLContext context;
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Everybody()}, null);
        } catch (GeneralSecurityException noTls) {
            plain.close();
            throw new IOException("the Java runtime has no TLS", noTls);
        }
        plain.setSoTimeout((int) limit.toMillis());
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
        try {
            socket.startHandshake();
            return socket;
        } catch (SocketTimeoutException silent) {
            socket.close();
            throw silent;
        } catch (IOException failed) {
            socket.close();
            return null;
        }
    }

    /** Looks on; whom to trust is for the clients to decide. */
    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
