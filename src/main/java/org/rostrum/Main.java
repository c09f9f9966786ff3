package org.rostrum;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.OutOfMemoryGuard;
import org.rostrum.http.auth.TokenCommand;
import org.rostrum.server.backup.BackupCommand;
import org.rostrum.server.backup.RestoreCommand;
import org.rostrum.server.startup.Startup;
import picocli.CommandLine.ExitCode;

/** The program's entry point: the server, or one of its commands. */
@QuarkusMain
public final class Main {

    /** Set while the build runs the program to generate its class data archive; nothing is checked or served then. */
    private static final String APPCDS_GENERATION = "quarkus.appcds.generate";

    /** Runs with the arguments after the command's name, and returns the exit code. */
    private interface Command {
        int run(String[] args, PrintStream out, PrintStream err);
    }

    private static final Map<String, Command> COMMANDS = new TreeMap<>(
            Map.of("backup", BackupCommand::run, "restore", RestoreCommand::run, "token", TokenCommand::run));

    private Main() {}

    /** Runs the command that the first argument names, or the server when there is none. */
    public static void main(String... args) {
        if (args.length > 0) {
            System.exit(command(args));
        } else if (LaunchMode.current() != LaunchMode.NORMAL || System.getProperty(APPCDS_GENERATION) != null) {
            Quarkus.run(args);
        } else {
            serve();
        }
    }

    private static int command(String[] args) {
        Command command = COMMANDS.get(args[0]);
        if (command == null) {
            System.err.println("Rostrum has no command " + args[0]
                    + "; without one it is the server, and the others are " + String.join(", ", COMMANDS.keySet()));
            return ExitCode.USAGE;
        }
        return command.run(Arrays.copyOfRange(args, 1, args.length), System.out, System.err);
    }

    private static void serve() {
        Config config = null;
        try {
            config = Startup.settings();
            Startup.check(config);
            Config checked = config;
            OutOfMemoryGuard.install();
            Quarkus.run(null, (code, failure) -> end(code, failure, checked));
        } catch (RuntimeException | Error e) {
            end(Startup.FAILED, e, config);
        }
    }

    private static void end(int code, Throwable failure, @Nullable Config config) {
        OutOfMemoryGuard.check(failure);
        if (failure != null && !isRequestedExit(failure)) {
            Startup.report(failure, config, System.err);
        }
        System.exit(code);
    }

    private static boolean isRequestedExit(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof PreventFurtherStepsException;
    }
}
