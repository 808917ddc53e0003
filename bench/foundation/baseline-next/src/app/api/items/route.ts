import { desc, eq } from 'drizzle-orm';
import { type NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { db } from '../../../database';
import { benchItems } from '../../../schema';

export async function GET(request: NextRequest) {
  const token = await getToken({ req: request });
  if (!token || typeof token.tenantId !== 'string') {
    return NextResponse.json({ error: 'Sign in first.' }, { status: 401 });
  }
  const items = await db
    .select({
      id: benchItems.id,
      name: benchItems.name,
      code: benchItems.code,
      city: benchItems.city,
      phone: benchItems.phone,
      capacity: benchItems.capacity,
      status: benchItems.status,
      createdAt: benchItems.createdAt,
      updatedAt: benchItems.updatedAt,
    })
    .from(benchItems)
    .where(eq(benchItems.tenantId, token.tenantId))
    .orderBy(desc(benchItems.createdAt), desc(benchItems.id))
    .limit(20);
  return NextResponse.json({ items });
}
