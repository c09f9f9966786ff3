package org.rostrum.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP proxy that spoils the connections that go through it. */
final class FaultProxy implements AutoCloseable {

    /** What the proxy does to bytes that pass. */
    enum Mode {
        /** Hands on what comes. */
        PASS,
        /** Hands on each part late. */
        DELAY,
        /** Hands on nothing until the mode changes, and closes nothing. */
        STALL,
        /** Hands on half of an answer, then resets both connections. */
        CUT,
        /** Hands on half of an answer, then closes the direction to the client and lets the other stand. */
        HALF_CLOSE_ANSWERS,
        /** Hands on a request, then closes the direction to the server and lets the other stand. */
        HALF_CLOSE_REQUESTS
    }

    private static final int BUFFER = 8_192;
    private static final int LEAST_DELAY_MILLIS = 20;
    private static final int MAX_DELAY_MILLIS = 300;
    private static final long STALL_PAUSE_MILLIS = 20;

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.PASS;
    private volatile boolean closed;

    FaultProxy(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon(this::accept, "proxy");
    }

    int port() {
        return listener.getLocalPort();
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = listener.accept();
                open.add(client);
                daemon(() -> connect(client), "proxy connection");
            } catch (IOException e) {
                // Closed, or a client that went away at once.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            daemon(() -> pump(client, server, false), "proxy requests");
            pump(server, client, true);
        } catch (IOException e) {
            reset(client);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!to.isOutputShutdown()) {
                    pass(buffer, read, from, to, out, answers);
                }
            }
            // The end of one direction is the end of the connection: neither HTTP nor PostgreSQL goes on with half of
            // one.
            close(from);
            close(to);
        } catch (IOException e) {
            reset(from);
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(byte[] buffer, int read, Socket from, Socket to, OutputStream out, boolean answers)
            throws IOException, InterruptedException {
        Mode now = mode;
        if (now == Mode.DELAY) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LEAST_DELAY_MILLIS, MAX_DELAY_MILLIS));
        }
        while (mode == Mode.STALL && !closed) {
            Thread.sleep(STALL_PAUSE_MILLIS);
        }
        if (answers && now == Mode.CUT) {
            out.write(buffer, 0, read / 2);
            throw new IOException("cut");
        }
        if (answers && now == Mode.HALF_CLOSE_ANSWERS) {
            out.write(buffer, 0, read / 2);
            to.shutdownOutput();
            return;
        }
        out.write(buffer, 0, read);
        if (!answers && now == Mode.HALF_CLOSE_REQUESTS) {
            to.shutdownOutput();
        }
    }

    private void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
        close(socket);
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to be done with it.
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        open.forEach(this::reset);
    }
}
