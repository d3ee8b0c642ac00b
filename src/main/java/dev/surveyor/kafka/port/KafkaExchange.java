package dev.surveyor.kafka.port;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersion;
import org.apache.kafka.common.message.SaslHandshakeRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.SaslHandshakeRequest;
import org.apache.kafka.common.requests.SaslHandshakeResponse;
import org.jspecify.annotations.Nullable;

/**
 * Requests of Kafka and their answers over one socket, one after the other. The requests are those that every broker
 * answers before a login, in versions that all know.
 */
final class KafkaExchange {

    private static final String CLIENT = "surveyor-look";
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int HEAD = 8;

    /** A mechanism that no broker has, so that it answers with those that it has. */
    private static final String NO_MECHANISM = "PROBE";

    private final Socket socket;
    private int correlation = 0x5355_0000;

    /** @param limit how long to wait for each answer */
    KafkaExchange(Socket socket, Duration limit) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) limit.toMillis());
    }

    /** Something answered, but not in the protocol of Kafka. */
    static final class NotKafkaException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient byte[] beginning;

        NotKafkaException(byte[] beginning) {
            super("not an answer of Kafka");
            this.beginning = beginning;
        }

        byte[] beginning() {
            return beginning;
        }
    }

    /**
     * Returns which requests it takes.
     *
     * @throws NotKafkaException where the answer is of another kind
     * @throws java.net.SocketTimeoutException where none came
     */
    ApiVersionsResponse apiVersions() throws IOException {
        return (ApiVersionsResponse) answerTo(new ApiVersionsRequest.Builder().build((short) 0));
    }

    /** Returns whether a client without a login is heard; false where the connection is closed instead of an answer. */
    boolean hearsWithoutLogin(ApiVersionsResponse versions) {
        ApiVersion metadata = versions.apiVersion(ApiKeys.METADATA.id);
        short version = metadata == null
                ? ApiKeys.METADATA.latestVersion()
                : (short) Math.min(metadata.maxVersion(), ApiKeys.METADATA.latestVersion());
        try {
            AbstractResponse unused = answerTo(new MetadataRequest.Builder(List.of(), false).build(version));
            return true;
        } catch (SocketTimeoutException slow) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Returns the SASL mechanisms that are offered; null where the port has no such logins. */
    @Nullable
    List<String> mechanisms() throws IOException {
        SaslHandshakeResponse answer = (SaslHandshakeResponse)
                answerTo(new SaslHandshakeRequest.Builder(new SaslHandshakeRequestData().setMechanism(NO_MECHANISM))
                        .build(ApiKeys.SASL_HANDSHAKE.latestVersion()));
        return answer.error() == Errors.UNSUPPORTED_SASL_MECHANISM
                ? answer.enabledMechanisms().stream().sorted().toList()
                : null;
    }

    private AbstractResponse answerTo(AbstractRequest request) throws IOException {
        RequestHeader header = new RequestHeader(request.apiKey(), request.version(), CLIENT, ++correlation);
        ByteBuffer body = request.serializeWithHeader(header);
        ByteBuffer sent = ByteBuffer.allocate(Integer.BYTES + body.remaining());
        sent.putInt(body.remaining()).put(body);
        OutputStream out = socket.getOutputStream();
        out.write(sent.array());
        out.flush();
        return read(header);
    }

    private AbstractResponse read(RequestHeader header) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(head());
        int size = head.getInt();
        int answered = head.getInt();
        if (size < Integer.BYTES || size > LARGEST_ANSWER || answered != header.correlationId()) {
            throw new NotKafkaException(head.array());
        }
        byte[] rest = socket.getInputStream().readNBytes(size - Integer.BYTES);
        ByteBuffer whole = ByteBuffer.allocate(Integer.BYTES + rest.length);
        whole.putInt(answered).put(rest).flip();
        try {
            return AbstractResponse.parseResponse(whole, header);
        } catch (RuntimeException broken) {
            throw new IOException("an answer of Kafka that cannot be read", broken);
        }
    }

    /** Returns length and number of an answer. What cannot be the begin of one is not waited for to its end. */
    private byte[] head() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] head = new byte[HEAD];
        int length = 0;
        while (length < HEAD) {
            int read = readOrGiveUp(in, head, length);
            if (read < 0 && length == 0) {
                throw new EOFException("closed without an answer");
            }
            length += Math.max(0, read);
            // A length below 16 MB begins with a zero byte; letters and TLS do not.
            if (read < 0 || (head[0] != 0 && length > 1)) {
                throw new NotKafkaException(Arrays.copyOf(head, length));
            }
        }
        return head;
    }

    private static int readOrGiveUp(InputStream in, byte[] head, int length) throws IOException {
        try {
            return in.read(head, length, HEAD - length);
        } catch (SocketTimeoutException noMore) {
            if (length == 0) {
                throw noMore;
            }
            return -1;
        }
    }
}
