package dev.surveyor.kafka.testing;

import dev.surveyor.testing.Await;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.FindCoordinatorRequest;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.RequestHeader;

/** Speaks Kafka's protocol word by word, for members that no client library here can be. For one thread. */
public final class RawConnection implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final String clientId;
    private int requests;

    /** Connects to {@code host:port} without encryption. */
    public RawConnection(String server, String clientId) {
        int colon = server.lastIndexOf(':');
        try {
            this.socket = new Socket(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
            this.out = new DataOutputStream(socket.getOutputStream());
            this.in = new DataInputStream(socket.getInputStream());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        this.clientId = clientId;
    }

    /** Sends the request in that version and waits for its response. */
    public <R extends AbstractResponse> R ask(AbstractRequest.Builder<?> request, int version, Class<R> response) {
        ApiKeys key = request.apiKey();
        RequestHeader header = new RequestHeader(key, (short) version, clientId, ++requests);
        ByteBuffer bytes = request.build((short) version).serializeWithHeader(header);
        try {
            out.writeInt(bytes.remaining());
            out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            out.flush();
            byte[] answer = new byte[in.readInt()];
            in.readFully(answer);
            return response.cast(AbstractResponse.parseResponse(ByteBuffer.wrap(answer), header));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Returns when the broker keeps that group; the first group of a broker has to wait for the topic of the offsets. */
    public void awaitCoordinator(String group) {
        FindCoordinatorRequestData find = new FindCoordinatorRequestData()
                .setKeyType(FindCoordinatorRequest.CoordinatorType.GROUP.id())
                .setCoordinatorKeys(List.of(group));
        Await.until("somebody keeps group " + group, LIMIT, () -> {
            FindCoordinatorResponse answer =
                    ask(new FindCoordinatorRequest.Builder(find), 4, FindCoordinatorResponse.class);
            return answer.coordinators().get(0).errorCode() == Errors.NONE.code();
        });
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
