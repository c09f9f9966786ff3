package org.rostrum.store.record;

import java.util.Map;

/**
 * The field that is being answered on this thread.
 *
 * @param arguments as the client gave them, defaults filled in
 * @param asked     what is asked of what the field gives
 */
public record FieldEnvironment(Map<String, Object> arguments, FieldSelection asked) {

  private static final FieldEnvironment NONE = new FieldEnvironment(Map.of(), FieldSelection.ALL);
  private static final ThreadLocal<FieldEnvironment> CURRENT = new ThreadLocal<>();

  /** The field that is being answered; outside of any, one that asks for everything. */
  public static FieldEnvironment current() {
    FieldEnvironment call = CURRENT.get();
    return call == null ? NONE : call;
  }

  /** A method that answers a field. */
  public interface Method {
    Object call() throws Throwable;
  }

  /** Answers this field by a method, which finds here what it is called for. */
  public Object answer(Method method) throws Throwable {
    CURRENT.set(this);
    try {
      return method.call();
    } finally {
      CURRENT.remove();
    }
  }
}
