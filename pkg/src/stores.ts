// `hookproof/stores`: where taken deliveries are remembered, so that a copy is not taken again.

export {
  type DurableObjectNamespaceLike,
  type DurableObjectStateLike,
  type DurableObjectStoreOptions,
  durableObjectStore,
  ReplayClaims,
} from './stores/durable-object.js';
export { type KvNamespace, type KvStoreOptions, kvStore } from './stores/kv.js';
export { type MemoryStore, type MemoryStoreOptions, memoryStore } from './stores/memory.js';
export { type IoRedisClient, type RedisClient, type RedisStoreOptions, redisStore } from './stores/redis.js';
export { type Store, StoreError, type StoreErrorCode } from './stores/store.js';
