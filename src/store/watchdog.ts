import { workerData } from 'node:worker_threads';

// Ends the whole process, whatever its other threads do: started as a thread of one that may never come back by itself.
setTimeout(() => process.kill(process.pid, 'SIGKILL'), workerData as number);
