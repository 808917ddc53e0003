import type { AdminRouter } from '@studyspot/api/root';
import { createTRPCReact } from '@trpc/react-query';

/** The hooks of this portal; the provider around them is `ApiClient`. */
export const trpc = createTRPCReact<AdminRouter>();
