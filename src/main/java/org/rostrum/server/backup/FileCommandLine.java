package org.rostrum.server.backup;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The command line of commands whose only argument is a file. */
final class FileCommandLine {

    private FileCommandLine() {}

    /**
     * Runs a command.
     *
     * @return its exit code; 2, with the usage on {@code err}, when the arguments are not one file
     */
    static int execute(Callable<Integer> command, String[] args, PrintStream err) {
        return new CommandLine(command)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((invalid, ignored) -> {
                    err.println("Usage: " + invalid.getCommandLine().getCommandName() + " FILE");
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(args);
    }
}
