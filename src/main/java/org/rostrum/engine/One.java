package org.rostrum.engine;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Takes the one event that a publisher gives, or none, on the thread that subscribes. */
final class One implements Subscriber<ExecutionResult> {

  ExecutionResult result = ExecutionResultImpl.newExecutionResult().data(null).build();

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(1);
  }

  @Override
  public void onNext(ExecutionResult next) {
    result = next;
  }

  @Override
  public void onError(Throwable failure) {
    throw new IllegalStateException(failure);
  }

  @Override
  public void onComplete() {}
}
